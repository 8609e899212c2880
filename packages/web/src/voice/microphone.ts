/** Why nothing can be recorded. */
export type NoSound = "insecure" | "unsupported" | "refused" | "missing" | "busy" | "failed";

/** As an error, so that whoever waits for a recording hears of it. */
export class NoSoundError extends Error {
  readonly why: NoSound;
  constructor(why: NoSound) {
    super(`No sound: ${why}.`);
    this.why = why;
  }
}

/** In this order: Opus where it can be had. */
const types = ["audio/webm;codecs=opus", "audio/mp4;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4", "audio/webm"];

/** What the browser records as; throws what it cannot. */
export function recordedType(): string {
  const type = "MediaRecorder" in window ? types.find((one) => MediaRecorder.isTypeSupported(one)) : undefined;
  if (type === undefined) throw new NoSoundError("unsupported");
  return type;
}

/** Asks for the microphone; the browser asks the person. */
export async function openMicrophone(): Promise<MediaStream> {
  // Pages that came without encryption have none, whatever the person would say.
  if (!isSecureContext) throw new NoSoundError("insecure");
  if (!("mediaDevices" in navigator)) throw new NoSoundError("unsupported");
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (error) {
    throw new NoSoundError(whyOf(error));
  }
}

/** By the names of the Media Capture specification, 10.2.6; browsers have some of their own. */
function whyOf(error: unknown): NoSound {
  switch (error instanceof Error || error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
    case "PermissionDeniedError":
      return "refused";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "busy";
    default:
      return "failed";
  }
}
