/** Lists under keys. Some keys get thousands of items, so a list grows in place. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, ...items: readonly Item[]): void {
  const known = groups.get(key);
  if (known) known.push(...items);
  else groups.set(key, [...items]);
}
