import { BlockList, isIPv4 } from 'node:net'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/**
 * Whether this address is one of this machine, or on IPv6 in a network (RFC 4291: /64) that the machine stands in:
 * public by their numbers, they are inside the wall that keeps the public out.
 */
export function isOwnNetwork(
  address: string,
  interfaces: NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address'>[]> = networkInterfaces(),
): boolean {
  const own = new BlockList()
  for (const { address: mine } of Object.values(interfaces).flatMap((one) => one ?? [])) {
    if (isIPv4(mine)) own.addAddress(mine, 'ipv4')
    else own.addSubnet(mine.replace(/%.*$/, ''), 64, 'ipv6')
  }
  return own.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}
