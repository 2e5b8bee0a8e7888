import { useEffect, useState } from "preact/hooks";
import { go, here, useAddress } from "../data/address.ts";
import { TextField } from "./form.tsx";

/** Words that what is listed has to hold. They are in the address, as `find`. */
export function FindField({ id, label }: { id: string; label: string }) {
  const { params } = useAddress();
  const [text, setText] = useState(params.get("find") ?? "");
  // The address follows once the typing rests, so that Back leaves the page.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== (params.get("find") ?? "")) go(here({ find: text }), { replace: true });
    }, 200);
    return () => clearTimeout(timer);
  }, [text, params]);
  return <TextField id={id} label={label} value={text} onValue={setText} />;
}
