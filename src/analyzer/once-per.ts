/** What is worked out once for each key, and kept for as long as the key is. */

/** `publish` says what is answered to who asks again while it is being worked out. */
export function oncePer<Key extends object, Made>(make: (key: Key, publish: (early: Made) => void) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key, (early) => void known.set(key, early));
    known.set(key, made);
    return made;
  };
}
