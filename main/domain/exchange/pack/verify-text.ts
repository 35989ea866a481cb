/** Python that checks a pack without this program: the manifests, and where there is a log its chain. Run in the folder of the pack. */
const MANIFESTS = `import hashlib, json, sys
sha = lambda b: hashlib.sha256(b).hexdigest()
for m in ("tagmanifest-sha256.txt", "manifest-sha256.txt"):
  for digest, path in (line.split() for line in open(m)):
    if sha(open(path, "rb").read()) != digest: sys.exit("changed: " + path)
`

const CHAIN = `prev, seals = "0" * 64, {}
for line in open("data/log/seal.jsonl", "rb"):
  seal = json.loads(line)
  if seal["prev"] != prev or seal["n"] != len(seals) + 1: sys.exit("chain broken at %d" % (len(seals) + 1))
  prev, seals[seal["n"]] = sha(line.rstrip(b"\\n")), seal["digest"]
for line in open("data/log/changes.jsonl", "rb"):
  n = json.loads(line)["n"]
  if seals.get(n) != sha(line.rstrip(b"\\n")): sys.exit("chain broken at %d" % n)
`

/** The Python of `VERIFY.txt`, which ends with the words `whole` and the head of the chain, or without them with what is wrong. */
export const pythonOf = (hasLog: boolean): string =>
  hasLog ? `${MANIFESTS}${CHAIN}print("whole, head %d-%s" % (len(seals), prev))\n` : `${MANIFESTS}print("whole")\n`

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ')

/**
 * What a reader without this program is told: how a pack is checked, and what that proves and what it does not. `fingerprint` is of the key
 * that signed it, null where nobody did.
 */
export const verifyText = (
  { fingerprint, head, hasLog }: { readonly fingerprint: string | null; readonly head: string | null; readonly hasLog: boolean }
): string =>
  `HOW TO CHECK THIS PACK

Unpack it, open a terminal in the folder that this file lies in, and run what follows. Nothing of it needs Redwell or a network.

1. Every file is what it was (Linux; on macOS "shasum -a 256 -c" in place of "sha256sum -c"):

    sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt

2. The same with Python 3${hasLog ? ', and the chain of the history' : ''}:

${indented(pythonOf(hasLog))}
${
    fingerprint === null
      ? `3. This pack was not signed: its files can be checked, who made it cannot.
`
      : `3. Who signed it. Write the signer's public key, which you have from the signer and not from this pack, into a file "signers":

    signer ssh-ed25519 AAAA...

    ssh-keygen -Y verify -f signers -I signer -n redwell-pack -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

   It says Good "redwell-pack" signature and the fingerprint of the key, which should be

    ${fingerprint}

   Compare it once with the signer, by voice: a fingerprint that came in the pack alone proves nothing.
`
  }
${
    hasLog
      ? `4. The head of the history is the number of its last entry and the hash of its last seal:

    ${head ?? 'none: nothing was done yet'}

   It also stands in bag-info.txt. Whoever holds an earlier head of the same library can see whether this history goes on from it.

`
      : ''
  }WHAT THIS SHOWS AND WHAT IT DOES NOT

The manifests show that no file was changed since the pack was made. ${
    hasLog
      ? `The chain shows whether the history was changed after a
head of it had been handed to somebody. It proves neither an earlier time nor that a clock was right. Entries on filings that are not in
this pack are there as seals only: how many they are can be seen, what they say cannot.`
      : 'It holds no history that could be checked.'
  }
A name is what was typed where the work was done. Only a signature with a key that you know ties a pack to a person.
`
