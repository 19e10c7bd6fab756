/** Words that claim a cause, in Swedish and English, and words that claim a proven absence. */
export const CAUSAL =
  /beror på|på grund av|orsak|effekt|leder till|till följd|tack vare|påverka|förklara|ingen skillnad|because|due to|caus|effect|leads? to|impact|explain|no difference/i
