import { format } from 'date-fns';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const wholeNumber = (value: number): string => whole.format(value);

export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${wholeNumber(bytes)} B`;
  return bytes < 1024 * 1024
    ? `${(bytes / 1024).toFixed(1)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export const durationInWords = (ms: number): string =>
  ms < 1000 ? `${wholeNumber(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

export const timeOfDay = (ms: number): string => format(ms, 'HH:mm:ss');
