/** What a person can have forgotten of a peer, and what is said of it before. */
export type ForgetWhat = 'peer' | 'peer-and-facts';

export interface ForgetPreview {
  readonly kind: 'forget-preview';
  readonly peerId: string;
  /** Facts it brought that go with what it brought. */
  readonly facts: number;
  /** They stay: edited or put aside here since. */
  readonly kept: number;
  /** They stay: somebody else brought them too. */
  readonly shared: number;
  /** Facts that stand again, since its words had taken their place or kept them aside. */
  readonly comeBack: number;
  /** Incidents it spoke of: unsaid, and gone where nobody else speaks of them. */
  readonly incidents: number;
  /** Versions it brought: open ones, and those whose place in the facts goes. */
  readonly conflicts: number;
  /** Requests of ours that it has not answered. */
  readonly handshakes: number;
  /** Kept for it and not handed back; null: no backup. */
  readonly backupFacts: number | null;
  readonly isSigner: boolean;
  readonly isConfirmed: boolean;
  /** Drops taken out for it whose arrival nobody confirmed. */
  readonly unconfirmed: number;
  /** Drops of its whose arrival it was not told. */
  readonly untold: number;
  /** Domains that do not go to it. */
  readonly leftOut: number;
}
