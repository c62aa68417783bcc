import { useEffect, useState } from 'preact/hooks';

const PAUSE_MS = 120;

/** Gives back what is typed as soon as the person has paused typing. */
export function useDebounced(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
