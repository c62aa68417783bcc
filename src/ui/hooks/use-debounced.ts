import { useEffect, useState } from 'preact/hooks';

const SETTLED_MS = 120;

/** What is being typed, once the person has stopped typing. */
export function useDebounced(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
