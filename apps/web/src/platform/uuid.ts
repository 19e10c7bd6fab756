const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Whether a text from an address or a form can be an id: the database takes no other. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
