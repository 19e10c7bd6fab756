/** What is used of jsonstat-toolkit, which comes without types. */
declare module 'jsonstat-toolkit' {
  interface JsonStatValue {
    readonly value: number | null
    readonly status: string | null
  }
  interface JsonStatDataset {
    readonly class: string
    readonly label: string
    readonly n: number
    readonly id: readonly string[]
    Data(place: number): JsonStatValue
    Dataset(place: number): JsonStatDataset
  }
  export default function JSONstat(document: unknown): JsonStatDataset
}
