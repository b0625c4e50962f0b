/** What is found under keys: all of it in lists or maps, or the one thing that alone is there. */

/** Some keys get thousands of items, so a list grows in place. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, ...items: readonly Item[]): void {
  const known = groups.get(key);
  if (known) known.push(...items);
  else groups.set(key, [...items]);
}

export function groupedBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

/** The map under a key, made when it is first asked for. */
export function mapIn<Key, Name, Item>(maps: Map<Key, Map<Name, Item>>, key: Key): Map<Name, Item> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<Name, Item>();
  maps.set(key, made);
  return made;
}

/** The one thing under a key: null once there is another. */
export function noteOnly<Key, Item>(known: Map<Key, Item | null>, key: Key, item: Item): void {
  known.set(key, known.has(key) && known.get(key) !== item ? null : item);
}
