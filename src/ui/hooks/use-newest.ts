import { useCallback, useRef } from 'preact/hooks';

/**
 * A function that stays the same and calls the newest `call`. For listeners that are set once: they outlive many
 * renderings, and each rendering makes another `call`.
 */
export function useNewest<T>(call: (value: T) => void): (value: T) => void {
  const newest = useRef(call);
  newest.current = call;
  return useCallback((value: T) => newest.current(value), []);
}
