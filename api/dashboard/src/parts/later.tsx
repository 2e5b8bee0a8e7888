import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * What stands below what one came for: drawn once that can be seen and used. Until then it is busy,
 * for whoever waits until all of the page is there.
 */
export function Later({ children }: { children: ComponentChildren }) {
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    // After the next picture of the page, and after what has been typed or pressed by then.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setIsTime(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isTime ? <>{children}</> : <div aria-busy="true" />;
}
