import { BlockList, isIP } from 'node:net';

/** Networks that are not the open internet (IANA special-purpose registries), where a webhook would reach what is inside. */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4');

/** Global unicast is all of 2000::/3 but for what only leads elsewhere: 6to4, Teredo, documentation. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const not6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  not6.addSubnet(network, bits, 'ipv6');

/** Whether an address is one of the open internet; what is no address is not. */
export function isOpenAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inside.check(address, 'ipv4');
  // ::ffff:10.0.0.1 and 64:ff9b::10.0.0.1 are IPv4 in disguise: neither is global unicast.
  return version === 6 && open6.check(address, 'ipv6') && !not6.check(address, 'ipv6');
}
