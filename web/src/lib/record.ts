// The types of a record, from schema/record.schema.json, and what the page gets beside it.
export type * from '../generated/record'
import type { DemarcheRecord } from '../generated/record'

/** An Entry is the words behind a rule: file below data/, line (0 for a model), and the entry's lines. */
export interface Entry {
  file: string
  line: number
  text: string
}

/** A Dossier is a record with what is needed to explain it. */
export interface Dossier {
  record: DemarcheRecord
  /** by the rule's name in the record */
  rules: Record<string, Entry>
  /** labels of types ("COERCE"), modes ("COERCE/seize"), CAMEO codes ("192"), contexts, sectors and countries ("LBY") */
  terms: Record<string, string>
  /** the table of events */
  csv: string
  /** CoNLL-U; null where it is to be asked for */
  trees: string | null
}
