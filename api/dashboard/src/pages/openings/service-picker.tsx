import { OpeningsFindService } from "#ops/OpeningsFindService.ts";
import type { OpeningsFindServiceQuery } from "#ops/types.ts";
import { useEffect, useState } from "preact/hooks";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { counted, listed } from "../../parts/words.ts";

type Hit = NonNullable<OpeningsFindServiceQuery["search"]>[number]["found"];
type Found = Extract<Hit, { readonly id: unknown }>;

interface Props {
  id: string;
  chosen: readonly string[];
  onChoose: (service: { id: string; title: string }) => void;
}

/** Services of the register by their title; found while one types. */
export function ServicePicker({ id, chosen, onChoose }: Props) {
  const { asOf } = useScope();
  const [text, setText] = useState("");
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = useAnswer(OpeningsFindService, settled ? { text: settled, asOf } : undefined);
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for={id}>
        Find a service that you provide
      </label>
      <input
        class="nhsuk-input nhsuk-input--width-30"
        id={id}
        type="search"
        autoComplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // It would send the whole form.
          if (event.key !== "Enter") return;
          event.preventDefault();
          setSettled(text.trim());
        }}
      />
      {settled && (
        <Loaded asked={asked} what="the services">
          {({ search }) => {
            const found = (search ?? [])
              .map((hit) => hit.found)
              .filter((one): one is Found => "id" in one && !chosen.includes(one.id));
            return (
              <>
                <p role="status" class="app-small">
                  {found.length === 0
                    ? `No other service is called “${settled}”.`
                    : `${counted(found.length, "service")}, most alike first`}
                </p>
                <ul class="app-hits">
                  {found.map((service) => (
                    <li key={service.id}>
                      <button
                        type="button"
                        class="app-link"
                        onClick={() => {
                          setText("");
                          setSettled("");
                          onChoose(service);
                        }}
                      >
                        {service.title}
                      </button>
                      <span class="app-small">
                        {listed(service.providers.map((body) => body.name))}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      )}
    </div>
  );
}
