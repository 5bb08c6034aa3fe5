import { useLocation } from 'wouter';

/** Id of the meeting that the page's path names, `/meetings/<id>…`. */
export function useMeetingId(): string {
  const [path] = useLocation();
  return decodeURIComponent(path.split('/')[2] ?? '');
}
