/**
 * A zero of `f` between `low` and `high`, whose values must differ in sign (or be zero): Brent's method.
 *
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, ch. 4; R `uniroot`.
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let a = low
  let b = high
  let fa = f(a)
  let fb = f(b)
  let c = a
  let fc = fa
  let step = b - a
  let before = step
  for (let i = 0; i < 200; i++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b
      b = c
      c = a
      fa = fb
      fb = fc
      fc = fa
    }
    const close = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    const half = (c - b) / 2
    if (Math.abs(half) <= close || fb === 0) return b
    if (Math.abs(before) >= close && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa
      let p: number
      let q: number
      if (a === c) {
        p = 2 * half * s
        q = 1 - s
      } else {
        const u = fa / fc
        const v = fb / fc
        p = s * (2 * half * u * (u - v) - (b - a) * (v - 1))
        q = (u - 1) * (v - 1) * (s - 1)
      }
      if (p > 0) q = -q
      else p = -p
      if (2 * p < Math.min(3 * half * q - Math.abs(close * q), Math.abs(before * q))) {
        before = step
        step = p / q
      } else {
        step = half
        before = half
      }
    } else {
      step = half
      before = half
    }
    a = b
    fa = fb
    b += Math.abs(step) > close ? step : Math.sign(half) * close
    fb = f(b)
    if (fb > 0 === fc > 0) {
      c = a
      fc = fa
      step = b - a
      before = step
    }
  }
  return b
}

const GOLDEN = (3 - Math.sqrt(5)) / 2

/**
 * Where `f` is smallest between `low` and `high`: golden section with parabolic steps.
 *
 * Source: Brent (1973) ch. 5; R `optimize`.
 */
export function findMinimum(f: (x: number) => number, low: number, high: number, tolerance = 1e-9): number {
  let a = low
  let b = high
  let x = a + GOLDEN * (b - a)
  let w = x
  let v = x
  let fx = f(x)
  let fw = fx
  let fv = fx
  let step = 0
  let before = 0
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2
    const close = 1e-10 * Math.abs(x) + tolerance / 3
    if (Math.abs(x - middle) <= 2 * close - (b - a) / 2) break
    let p = 0
    let q = 0
    if (Math.abs(before) > close) {
      const r = (x - w) * (fx - fv)
      q = (x - v) * (fx - fw)
      p = (x - v) * q - (x - w) * r
      q = 2 * (q - r)
      if (q > 0) p = -p
      else q = -q
    }
    const useful = Math.abs(p) < Math.abs(0.5 * q * before) && p > q * (a - x) && p < q * (b - x)
    before = useful ? step : x >= middle ? a - x : b - x
    step = useful ? p / q : GOLDEN * before
    if (useful && (x + step - a < 2 * close || b - x - step < 2 * close)) {
      step = x < middle ? close : -close
    }
    const u = x + (Math.abs(step) >= close ? step : Math.sign(step) * close)
    const fu = f(u)
    if (fu <= fx) {
      if (u >= x) a = x
      else b = x
      v = w
      fv = fw
      w = x
      fw = fx
      x = u
      fx = fu
    } else {
      if (u < x) a = u
      else b = u
      if (fu <= fw || w === x) {
        v = w
        fv = fw
        w = u
        fw = fu
      } else if (fu <= fv || v === x || v === w) {
        v = u
        fv = fu
      }
    }
  }
  return x
}
