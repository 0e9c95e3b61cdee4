/** Capitals of the provinces, degrees north and east, to a tenth: enough to say which province is nearer. */
const CAPITALS: Record<string, readonly [number, number]> = {
  '11': [5.5, 95.3],
  '12': [3.6, 98.7],
  '13': [-0.9, 100.4],
  '14': [0.5, 101.4],
  '15': [-1.6, 103.6],
  '16': [-3.0, 104.8],
  '17': [-3.8, 102.3],
  '18': [-5.4, 105.3],
  '19': [-2.1, 106.1],
  '21': [0.9, 104.4],
  '31': [-6.2, 106.8],
  '32': [-6.9, 107.6],
  '33': [-7.0, 110.4],
  '34': [-7.8, 110.4],
  '35': [-7.3, 112.7],
  '36': [-6.1, 106.2],
  '51': [-8.7, 115.2],
  '52': [-8.6, 116.1],
  '53': [-10.2, 123.6],
  '61': [0.0, 109.3],
  '62': [-2.2, 113.9],
  '63': [-3.4, 114.8],
  '64': [-0.5, 117.1],
  '65': [2.8, 117.4],
  '71': [1.5, 124.8],
  '72': [-0.9, 119.9],
  '73': [-5.1, 119.4],
  '74': [-4.0, 122.5],
  '75': [0.5, 123.1],
  '76': [-2.7, 118.9],
  '81': [-3.7, 128.2],
  '82': [0.7, 127.6],
  '91': [-2.5, 140.7],
  '92': [-0.9, 134.1],
  '93': [-8.5, 140.4],
  '94': [-3.4, 135.5],
  '95': [-4.1, 138.9],
  '96': [-0.9, 131.3],
}

/** Farther than any two provinces: practices without a place in the country come last. */
const FARTHEST_KM = 20_000
const EARTH_KM = 6_371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * How far a practice is from a region: 0 in the same district, 1 in the same province, else the kilometres between the
 * capitals of the provinces (great circle). The regions of the catalogue have no coordinates of their own.
 */
export function distanceOf(near: string, province: string | null, district: string | null): number {
  if (province === null) return FARTHEST_KM
  if (near === district) return 0
  const own = near.slice(0, 2)
  if (own === province) return 1
  const [from, to] = [CAPITALS[own], CAPITALS[province]]
  if (!from || !to) return FARTHEST_KM - 1
  const [a, b] = [radians(from[0]), radians(to[0])]
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(radians(from[1] - to[1]))
  return 2 + EARTH_KM * Math.acos(Math.min(1, Math.max(-1, cosine)))
}
