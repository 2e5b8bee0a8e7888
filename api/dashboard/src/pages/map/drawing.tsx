/*
 * The map itself: one shape an area, drawn alike for tiles and boundaries. Below lies the picture,
 * which is only looked at; above it the areas, which are pointed at, told and gone to: one stop of
 * the Tab key, and the arrow keys go from area to area. What is drawn again is what has changed.
 */
import type { CoverageState } from "#ops/types.ts";
import { Component } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { coveredText } from "../../parts/covered.tsx";
import { states, word } from "../../parts/words.ts";
import { Patterns, borderOf, fillOf } from "./patterns.tsx";
import { type Row, keyOf } from "./rows.ts";
import { type Layout, type Shape, nextTo } from "./shapes.ts";

interface Props {
  layout: Layout;
  rows: readonly Row[];
  /** What is drawn: the offer, the areas and the day. */
  label: string;
  day: string;
  /** The area that is kept beside the map, by kind and code. */
  chosen: string | undefined;
  /** The area that the keyboard is at. */
  active: string | undefined;
  onPoint: (key: string | undefined) => void;
  onActive: (key: string) => void;
  onChoose: (key: string) => void;
}

/** An area in words: whoever hears the map is told no less than who sees it. */
export function said(row: Row): string {
  return `${row.area.name}: ${word(states, row.state)}. Covered: ${coveredText(row)}`;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

export function Drawing(props: Props) {
  const { layout, rows, label, day, chosen, active, onPoint, onActive, onChoose } = props;
  const svg = useRef<SVGSVGElement>(null);
  const isMoving = useRef(false);
  const byKey = new Map(rows.map((row) => [keyOf(row.area), row]));
  const { shapes } = layout;
  // One area can always be reached, also after the one that was has ended.
  const stop = shapes.find((one) => one.key === active) ?? shapes[0];

  useLayoutEffect(() => {
    if (!isMoving.current || !stop) return;
    isMoving.current = false;
    svg.current?.querySelector<SVGGElement>("[tabindex='0']")?.focus();
  }, [stop]);

  const pressed = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step && stop) {
      event.preventDefault();
      const next = nextTo(shapes, stop, ...step);
      if (!next) return;
      isMoving.current = true;
      onActive(next.key);
    } else if ((event.key === "Enter" || event.key === " ") && stop) {
      event.preventDefault();
      onChoose(stop.key);
    }
  };

  const keyOfTarget = (event: Event): string | undefined =>
    event.target instanceof Element
      ? (event.target.closest("[data-key]")?.getAttribute("data-key") ?? undefined)
      : undefined;

  const frame = {
    width: layout.width,
    height: layout.height,
    viewBox: `0 0 ${layout.width} ${layout.height}`,
  };
  const drawn = shapes.flatMap((shape) => {
    const row = byKey.get(shape.key);
    return row ? [{ shape, row }] : [];
  });
  return (
    <div class="app-map__layers">
      <div inert>
        <svg class="app-map__picture" font-size={layout.fontSize} {...frame}>
          <Patterns />
          {drawn.map(({ shape, row }) => (
            <Tile key={shape.key} shape={shape} state={row.state} fontSize={layout.fontSize} />
          ))}
        </svg>
      </div>
      <svg
        ref={svg}
        class="app-map__svg"
        role="listbox"
        aria-label={label}
        aria-describedby="map-keys"
        data-day={day}
        {...frame}
        onKeyDown={pressed}
        onPointerOver={(event) => onPoint(keyOfTarget(event))}
        onPointerLeave={() => onPoint(undefined)}
        onFocusIn={(event) => {
          const key = keyOfTarget(event);
          if (key) onActive(key);
          onPoint(key);
        }}
        onClick={(event) => {
          const key = keyOfTarget(event);
          if (!key) return;
          onActive(key);
          onChoose(key);
        }}
      >
        {drawn.map(({ shape, row }) => (
          <Area
            key={shape.key}
            shape={shape}
            row={row}
            isChosen={shape.key === chosen}
            isStop={shape === stop}
          />
        ))}
      </svg>
    </div>
  );
}

interface TileProps {
  shape: Shape;
  state: CoverageState;
  fontSize: number;
}

class Tile extends Component<TileProps> {
  override shouldComponentUpdate(next: TileProps): boolean {
    const { shape, state } = this.props;
    return shape.path !== next.shape.path || state !== next.state;
  }

  override render() {
    const { shape, state, fontSize } = this.props;
    const line = fontSize * 1.15;
    return (
      <g>
        <path
          d={shape.path}
          fill={fillOf(state)}
          fill-rule="evenodd"
          stroke="#212b32"
          stroke-width="1"
          stroke-dasharray={borderOf(state)}
        />
        {shape.label.length > 0 && (
          <>
            <rect
              x={shape.left + 3}
              y={shape.top + 3}
              width={shape.width - 6}
              height={shape.label.length * line + 4}
              fill="#fff"
            />
            <text text-anchor="middle" fill="#212b32">
              {shape.label.map((part, index) => (
                <tspan key={index} x={shape.x} y={shape.top + 3 + (index + 0.9) * line}>
                  {part}
                </tspan>
              ))}
            </text>
          </>
        )}
      </g>
    );
  }
}

interface AreaProps {
  shape: Shape;
  row: Row;
  isChosen: boolean;
  isStop: boolean;
}

class Area extends Component<AreaProps> {
  override shouldComponentUpdate(next: AreaProps): boolean {
    const { shape, row, isChosen, isStop } = this.props;
    return (
      shape.path !== next.shape.path ||
      isChosen !== next.isChosen ||
      isStop !== next.isStop ||
      (row !== next.row && said(row) !== said(next.row))
    );
  }

  override render() {
    const { shape, row, isChosen, isStop } = this.props;
    return (
      <g
        class="app-map__area"
        role="option"
        aria-selected={isChosen}
        aria-label={said(row)}
        tabindex={isStop ? 0 : -1}
        data-key={shape.key}
        data-state={row.state}
      >
        <path d={shape.path} fill="transparent" fill-rule="evenodd" />
        <path class="app-map__ring" d={shape.path} fill="none" stroke="none" />
      </g>
    );
  }
}
