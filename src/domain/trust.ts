/** Trust levels with their numbers on the wire (reference: TrustLevel; ARCHITECTURE "Trust"). */
export const Trust = {
  UNKNOWN: 0,
  PENDING: 1,
  VERIFIED: 2,
  REJECTED: 3,
  EXPIRED: 4,
} as const;
export type Trust = (typeof Trust)[keyof typeof Trust];

export const TRUST_NAMES = ['UNKNOWN', 'PENDING', 'VERIFIED', 'REJECTED', 'EXPIRED'] as const;
export type TrustName = (typeof TRUST_NAMES)[number] | 'INVALID';

/** The word for a level. A number that is not a level prints INVALID, as in the reference. */
export function trustName(level: number): TrustName {
  return TRUST_NAMES[level] ?? 'INVALID';
}

export function isTrust(level: number): level is Trust {
  return TRUST_NAMES[level] !== undefined;
}
