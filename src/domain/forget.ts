/** Forgetting a peer: what a person can choose, and the figures that are shown before. Types only. */
export type ForgetWhat = 'peer' | 'peer-and-facts';

export interface ForgetPreview {
  readonly kind: 'forget-preview';
  readonly peerId: string;
  /** Facts of the peer that are deleted, if a person has its facts forgotten too. */
  readonly facts: number;
  /** Facts of the peer that stay, because a person here edited or marked them. */
  readonly staying: number;
  /** Facts of the peer that stay, because another peer brought them too. */
  readonly shared: number;
  /** Facts that come back. The words of the peer had taken their place. */
  readonly comeBack: number;
  /** Incidents that lose the statements of the peer. An incident is deleted if nobody else speaks of it. */
  readonly incidents: number;
  /** Conflicts with versions of the peer: open ones, and those whose variant is deleted. */
  readonly conflicts: number;
  /** Handshake requests of ours that it has not answered. */
  readonly handshakes: number;
  /** Facts in its backup, which was not handed back. null: there is no backup. */
  readonly backupFacts: number | null;
  readonly isSigner: boolean;
  readonly isConfirmed: boolean;
  /** Drops that went to it and that nobody confirmed. */
  readonly unconfirmed: number;
  /** Its drops that arrived here, if it has no receipt for them yet. */
  readonly untold: number;
  /** Domains that a person leaves out for it. */
  readonly leftOut: number;
}
