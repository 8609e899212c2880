/** docs/protocol.md, from the contract. */
import {
  type EventDefinition,
  errorCodes,
  events,
  limits,
  permissions,
  type RequestDefinition,
  requests,
} from "@parley/contract";
import { readComments } from "./comments.ts";
import { mentionOf, namedSchemas, tableOf, titleOf } from "./schema-tables.ts";

const comments = readComments();

export function protocolDocument(): string {
  return `${[introduction(), ...requestSections(), ...eventSections(), ...schemaSections(), errorSection()].join("\n\n")}\n`;
}

function introduction(): string {
  return `# The protocol

Everything that a client and a server say to each other. Made from the contract by \`npm run protocol\`; do not edit.

## Requests and their answers

A request is a name \`noun:verb\` and an input, one JSON object; an unknown field is refused. It travels two ways, with the same effect:

- over Socket.IO (version 4 of its protocol, path \`/socket.io\`): emit the name with the input and an acknowledgement, which receives the answer;
- over HTTP: \`POST /api/<noun>/<verb>\` with the input as \`application/json\`.

The answer is \`{ "ok": true, "data": … }\` or \`{ "ok": false, "error": { "code", "message", "field"?, "retryAfterMs"? } }\`. HTTP sets the
status that the error's code names (see Errors). A **query** reads. A **command** changes things in one transaction: once it is answered, the change is on the
disk. A **signal** is never stored, may be dropped, and needs no acknowledgement. \`GET /api/openapi.json\` describes the same for HTTP tools.

One request holds at most ${limits.packetBytes / 1024} KiB, nested at most ${limits.packetDepth} deep. Ids are UUIDv7 in lower case; times are milliseconds since 1970; lengths count
UTF-16 units. Text must be well-formed and without NUL. Each request has a token bucket per account (per address without one): so many calls at once,
refilled at so many a minute; beyond it the answer is \`rate_limited\` with \`retryAfterMs\`.

A request with an id made by the client (\`message:send\`, \`room:create\`) can be repeated until it is answered: a repeat answers the original.

## Handshake

A session's token goes into the header \`Authorization: Bearer …\`, on HTTP and on the Socket.IO handshake alike. Browsers hold it in an HttpOnly cookie
instead (\`hold: "cookie"\`), which counts only together with an \`Origin\` of the server itself; another site's \`Origin\` is refused. A token in an address is
never looked at. A connection with an ended session is refused with \`connect_error\`, whose \`data\` is an error with the code \`unauthenticated\`.
A connection without a session may call what anyone may, for a minute. When a session ends, its connections are closed.

## Batches

The server sends one kind of packet of itself, the Socket.IO event \`events\`: \`{ roomId?, events: [[name, payload], …] }\`. It holds what one commit published
to one room (\`roomId\`), or to one person (no \`roomId\`), in order. It is a hint that may be lost; the database is the truth:

- Events of scope **room** carry the room's \`rev\`, which counts every change of the room. Of a room known at \`rev\` R: apply R + 1, drop what is not above R, and on
  anything higher ask \`sync:room\`. It answers what changed since, newest state only, or \`reset\` with the room as if opened for the first time.
- Events of scope **person** carry the person's own \`rev\` in the same manner; a hole there is filled by \`sync:open\`.
- Events of scope **watchers** are unnumbered and reach those who asked for the room by \`presence:watch\`; the last value wins.
- Events of scope **pointers** are unnumbered and reach all members; values only move forwards.

After connecting, ask \`sync:open\`, then \`sync:room\` for each room whose \`rev\` has moved. Every so often \`sync:check\` tells of holes that nothing else would show.

## Permissions

Permissions in a room: ${permissions.map((permission) => `\`${permission}\``).join(", ")}. To one who may not see a room it is \`not_found\`.`;
}

function requestSections(): string[] {
  const all = Object.entries(requests as Record<string, RequestDefinition>);
  return ["## Requests", ...all.map(([name, definition]) => requestSection(name, definition))];
}

function requestSection(name: string, definition: RequestDefinition): string {
  const { kind, caller, permission, limiter } = definition;
  const comment = (field: string) => comments.get(`${name}.${field}`) ?? comments.get(`sessionFields.${field}`);
  const who = caller === "anyone" ? "anyone" : "people who are signed in";
  const needs = permission === undefined ? "" : `, with the permission \`${permission}\` in the room`;
  const output = kind === "signal" ? [] : [`Output:${atStart(mentionOf(definition.output, comment))}`];
  return [
    `### ${name}`,
    definition.summary,
    `A ${kind} for ${who}${needs}. ${limiter.burst} at once, ${limiter.perMinute} a minute.`,
    `Input:${atStart(tableOf(definition.input, comment, { io: "input" }))}`,
    ...output,
  ].join("\n\n");
}

/** A table begins on a line of its own. */
function atStart(text: string): string {
  return text.startsWith("|") ? `\n\n${text}` : ` ${text}`;
}

function eventSections(): string[] {
  const all = Object.entries(events as Record<string, EventDefinition>);
  return ["## Events", ...all.map(([name, definition]) => eventSection(name, definition))];
}

function eventSection(name: string, { scope, summary, payload }: EventDefinition): string {
  const comment = (field: string) => comments.get(`${name}.${field}`);
  return [`### ${name} (event)`, summary, `Scope: ${scope}.`, `Payload:${atStart(mentionOf(payload, comment))}`].join(
    "\n\n",
  );
}

function schemaSections(): string[] {
  const sections = [...namedSchemas].map(([name, schema]) => {
    const comment = (field: string) => comments.get(`${name}.${field}`);
    const meaning = comments.get(name);
    return [`### ${titleOf(name)}`, ...(meaning === undefined ? [] : [meaning]), tableOf(schema, comment)].join("\n\n");
  });
  return ["## Shapes", ...sections];
}

function errorSection(): string {
  const rows = Object.entries(errorCodes).map(
    ([code, { retry, status }]) =>
      `| \`${code}\` | ${status} | ${retry ? "yes" : "no"} | ${comments.get(`errorCodes.${code}`) ?? ""} |`,
  );
  return ["## Errors", "| code | HTTP | may be repeated | meaning |\n| --- | --- | --- | --- |", ...rows]
    .join("\n")
    .replace("\n", "\n\n");
}
