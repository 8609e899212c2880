import type { Layout } from "./target.ts";

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

/** One room of so many. */
export const crowds: readonly (Layout & { size: number })[] = [50, 200, 1000].map((size) => ({
  size,
  name: `crowd-${size}`,
  rooms: [range(0, size)],
  isDirect: false,
}));

/** Fifty rooms of twenty, nobody in two of them. */
export const manyRooms: Layout = {
  name: "many-rooms",
  rooms: range(0, 50).map((room) => range(room * 20, 20)),
  isDirect: false,
};

/** A hundred pairs. */
export const pairs: Layout = { name: "pairs", rooms: range(0, 100).map((pair) => range(pair * 2, 2)), isDirect: true };

export const layouts: readonly Layout[] = [...crowds, manyRooms, pairs];
