/** Every address that no other route knows. */
function unknownAddress(): never {
  throw new Response(null, { status: 404 })
}

export const loader = unknownAddress
export const action = unknownAddress

export default function UnknownAddress() {
  return null
}
