/* The map and, under it, the area that one points at or has chosen. */
import { useState } from "preact/hooks";
import { Covered } from "../../parts/covered.tsx";
import { type CellAsked, EvidenceOfCell } from "../../parts/evidence-of-cell.tsx";
import { StateTag } from "../../parts/state-tag.tsx";
import { areaPath } from "../areas/index.tsx";
import { Drawing } from "./drawing.tsx";
import { type Row, keyOf } from "./rows.ts";
import type { Layout } from "./shapes.ts";

interface Props {
  layout: Layout;
  rows: readonly Row[];
  label: string;
  day: string;
  chosen: Row | undefined;
  onChoose: (key: string) => void;
  evidence: (row: Row) => CellAsked & { of: string };
}

export function Explorer({ layout, rows, label, day, chosen, onChoose, evidence }: Props) {
  const [pointed, setPointed] = useState<string>();
  const [active, setActive] = useState<string>();
  const told = rows.find((row) => keyOf(row.area) === pointed) ?? chosen;
  return (
    <div class="app-map__explorer">
      <p class="app-small app-screen-only" id="map-keys">
        Point at an area, or go to one with the Tab key and the arrow keys. Press Enter, click or
        tap to keep it under the map.
      </p>
      <div class="app-map__scroll">
        <Drawing
          layout={layout}
          rows={rows}
          label={label}
          day={day}
          chosen={chosen && keyOf(chosen.area)}
          active={active}
          onPoint={setPointed}
          onActive={setActive}
          onChoose={onChoose}
        />
      </div>
      <div class="app-map__told">
        {told ? (
          <>
            <p>
              <a href={areaPath(told.area)}>{told.area.name}</a>
            </p>
            <p>
              <StateTag state={told.state} />
            </p>
            <p class="app-small">
              People covered: <Covered state={told.state} share={told.share} />
            </p>
            {told === chosen && <EvidenceOfCell key={day} {...evidence(told)} />}
          </>
        ) : (
          <p class="app-small">No area is chosen.</p>
        )}
      </div>
    </div>
  );
}
