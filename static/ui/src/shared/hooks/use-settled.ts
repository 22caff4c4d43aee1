import { useEffect, useState } from 'react';

/** The text once it has not changed for `quiet` milliseconds. */
export function useSettled(text: string, quiet: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quiet);
    return () => clearTimeout(timer);
  }, [text, quiet]);
  return settled;
}
