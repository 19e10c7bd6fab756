/** Words that claim a cause, in Swedish and English, or a proven absence. */
export const CAUSAL =
  /(?<!\p{L})(beror på|på grund av|orsak\p{L}*|effekt(en)? av|leder till|till följd|tack vare|påverka\p{L}*|ingen skillnad(?! visa)|because|due to|caus(e|es|ed|al)|effects? of|leads? to|impact\p{L}*|owing to|thanks to|no difference(?! is shown| shown))(?!\p{L})/iu
