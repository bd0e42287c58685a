/** Something that people or channels are to be told, once. What it says is made of `facts` when it is read or sent. */
export interface NoticeTable {
  readonly id: string;
  /** Who tells the same thing twice tells it once. */
  readonly key: string;
  /** `alert_firing`, `mention` …: `src/app/notices/notice.ts`. */
  readonly kind: string;
  /** JSON: members, roles, teams, departments, channels. */
  readonly audience: string;
  /** JSON: what the reader must be allowed to know of. */
  readonly about: string;
  /** JSON: what the words are made of. */
  readonly facts: string;
  readonly made_at: string;
  /** When it was found out whom it reaches; null: not yet. */
  readonly addressed_at: string | null;
  /** What was told at once of one cause has the same: its readers get one notice of it. Null: it stands alone. */
  readonly cause: string | null;
  /** Among those of its cause, the most telling first. */
  readonly place: number | null;
}

/** A notice in somebody's inbox. */
export interface NoticeReaderTable {
  readonly notice_id: string;
  /** A member's id, or `workspace`: the inbox of whoever sits at the machine or looks without an account. */
  readonly reader: string;
  /** The same member, so that what is theirs goes with them; null: the workspace. */
  readonly member_id: string | null;
  readonly told_at: string;
  readonly read_at: string | null;
}

/** What goes outside: the outbox. Its id is the idempotency key that is sent along. */
export interface DeliveryTable {
  readonly id: string;
  readonly key: string;
  /** `notice`, `digest`. */
  readonly what: string;
  readonly notice_id: string | null;
  /** To whom by e-mail. */
  readonly member_id: string | null;
  /** By which channel. */
  readonly channel_id: string | null;
  /** `waiting`, `sent`, `failed` (given up), `withheld` (not for that reader, or not wanted any more). */
  readonly state: string;
  /** Not before. */
  readonly due_at: string;
  readonly attempts: number;
  /** The code of the last error. */
  readonly error: string | null;
  readonly created_at: string;
  readonly ended_at: string | null;
}

/** A place outside that notices are posted to, with rights of its own. */
export interface ChannelTable {
  readonly id: string;
  readonly name: string;
  /** `webhook`, `slack`, `teams`. */
  readonly kind: string;
  /** Address and signing key, encrypted. */
  readonly secret: string;
  /** The host of the address: all of it that is shown. */
  readonly host: string;
  readonly language: string;
  /** JSON: the kinds of notices that it is sent. */
  readonly kinds: string;
  readonly amounts: string;
  readonly active: number;
  readonly made_by: string;
  readonly updated_at: string;
  readonly last_sent_at: string | null;
  readonly last_error: string | null;
  readonly last_error_at: string | null;
}

/** What somebody wants by e-mail. No row: as everyone. */
export interface NoticePreferenceTable {
  readonly member_id: string;
  /** JSON: the kinds of notices that also come by e-mail. */
  readonly mail: string;
  /** `never`, `day`, `week`, `month`. */
  readonly digest: string;
  /** Of the week, 1 is Monday; of the month, its day. */
  readonly digest_day: number;
  /** In the workspace's time zone. */
  readonly digest_hour: number;
  readonly updated_at: string;
}

/** The last digest that somebody was sent. */
export interface DigestTable {
  readonly member_id: string;
  /** The last time that one was due, whether there was something to tell or not. */
  readonly looked_at: string;
  readonly sent_at: string | null;
  /** JSON: what it told, so that the next one tells what has changed. */
  readonly told: string;
}
