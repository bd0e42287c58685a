/** What one language or one vendor calls things. Lists are comma-separated, best first, written as people write them. */
export interface Dictionary {
  readonly name: string;
  readonly entities: Readonly<Record<string, EntityWords>>;
  /** Tables that are no entity of the model, however much their columns look like one. */
  readonly ignored?: string;
}

export interface EntityWords {
  /** Names of the table. */
  readonly tables?: string;
  /** By field. */
  readonly columns?: Readonly<Record<string, string>>;
  /** By field of a closed list: the source's values and what they are in the model. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Fields that the table's very name decides: `Calls` are activities of type call. By table name. */
  readonly constants?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
