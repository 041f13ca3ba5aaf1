/* SHA-256 (FIPS 180-4) of bytes that come in pieces, because a browser's own takes them only as a whole. */

const ROUNDS = Int32Array.from({ length: 64 }, (_, n) => fractionOf(Math.cbrt(primes(64)[n])))

function primes(count) {
  const found = []
  for (let n = 2; found.length < count; n++) if (found.every((one) => n % one)) found.push(n)
  return found
}

/** The first 32 bits behind the point. */
function fractionOf(number) {
  return ((number % 1) * 2 ** 32) | 0
}

function newSha256() {
  const state = Int32Array.from(primes(8), (prime) => fractionOf(Math.sqrt(prime)))
  const words = new Int32Array(64)
  const block = new Uint8Array(64)
  let held = 0
  let length = 0

  return {
    update(bytes) {
      length += bytes.length
      let at = 0
      if (held > 0) {
        at = Math.min(64 - held, bytes.length)
        block.set(bytes.subarray(0, at), held)
        held += at
        if (held < 64) return
        mix(state, words, block, 0)
      }
      for (; at + 64 <= bytes.length; at += 64) mix(state, words, bytes, at)
      held = bytes.length - at
      block.set(bytes.subarray(at))
    },

    hex() {
      const end = new Uint8Array(held < 56 ? 64 : 128)
      end.set(block.subarray(0, held))
      end[held] = 0x80
      const view = new DataView(end.buffer)
      view.setUint32(end.length - 8, Math.floor(length / 2 ** 29))
      view.setUint32(end.length - 4, length << 3)
      for (let at = 0; at < end.length; at += 64) mix(state, words, end, at)
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
    },
  }
}

function mix(state, words, bytes, start) {
  for (let n = 0, at = start; n < 16; n++, at += 4) {
    words[n] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]
  }
  for (let n = 16; n < 64; n++) {
    const x = words[n - 15]
    const y = words[n - 2]
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    words[n] = (words[n - 16] + s0 + words[n - 7] + s1) | 0
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let n = 0; n < 64; n++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[n] + words[n]) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] += a
  state[1] += b
  state[2] += c
  state[3] += d
  state[4] += e
  state[5] += f
  state[6] += g
  state[7] += h
}
