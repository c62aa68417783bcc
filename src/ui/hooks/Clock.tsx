/** The time that relative times are told by: one interval for the whole page, asleep while it is hidden. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

const TICK_MS = 10_000;

const NowContext = createContext(0);

export function useNow(): number {
  return useContext(NowContext);
}

/** `revision`: news from the memory are told by the time they came, not by the tick before. */
export function Clock({ revision, children }: { revision: number; children: ComponentChildren }) {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => setNow(Date.now()), [revision]);

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = () => {
      clearInterval(timer);
      if (document.hidden) return;
      setNow(Date.now());
      timer = setInterval(() => setNow(Date.now()), TICK_MS);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, []);

  return <NowContext.Provider value={now}>{children}</NowContext.Provider>;
}
