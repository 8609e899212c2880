import type { Wire } from "../../src/lib/outbound/wire.ts";

/** An internet without anybody in it. */
export const nowhere: Wire = {
  resolve: () => Promise.reject(new Error("There is no such name.")),
  dial: () => {
    throw new Error("Nobody is to be dialled.");
  },
};
