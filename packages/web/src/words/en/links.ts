/** What the server shows of links. */
export const links = {
  remove: "Remove preview",
  gone: "This message is not there any more.",
  previews: "Previews of links",
  roomHint: "If this server looks behind links: whether it does so for links sent here.",
  server: "Server",
  serverHint: "For everybody on this server.",
  serverPreviewsHint:
    "This server then asks other sites what is behind the links that people send. Those sites learn its address, but not who sent a link or reads it.",
  fixed: "The configuration of this server decides this: PARLEY_LINK_PREVIEWS.",
};
