import QRCode from 'qrcode'

export type QrPath = { d: string; size: number }

/** A QR code as one SVG path of runs of dark modules; `size` counts modules on a side. */
export function qrPath(text: string): QrPath {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'L' })
  const { size } = modules
  let d = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!modules.get(y, x)) continue
      const start = x
      while (x < size && modules.get(y, x)) x++
      d += `M${start} ${y}h${x - start}v1h-${x - start}z`
    }
  }
  return { d, size }
}
