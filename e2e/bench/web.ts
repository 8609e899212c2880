import type { Row } from "./row.ts";

export async function webClient(): Promise<Row[]> {
  return [];
}
