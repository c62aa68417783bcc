/** What a person does not want to see for now. This device remembers until when. */
import { useState } from 'preact/hooks';
import { recall, remember } from '../../carry/device-memory.ts';
import { useNow } from '../Clock.tsx';

export interface PutOff {
  readonly isPutOff: boolean;
  /** For so many milliseconds; Infinity: for good. */
  putOff(millis: number): void;
}

export function usePutOff(name: string): PutOff {
  const now = useNow();
  const key = `${name}-later`;
  const [until, setUntil] = useState(() => Number(recall(key) ?? 0));
  return {
    isPutOff: now < until,
    putOff: (millis) => {
      const later = Date.now() + millis;
      remember(key, `${later}`);
      setUntil(later);
    },
  };
}
