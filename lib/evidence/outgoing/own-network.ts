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
  const mine = Object.values(interfaces).flatMap((one) => one?.map(({ address }) => address) ?? [])
  if (isIPv4(address)) return mine.includes(address)
  const networks = new BlockList()
  for (const one of mine.filter((each) => !isIPv4(each))) {
    networks.addSubnet(one.replace(/%.*$/, ''), 64, 'ipv6')
  }
  return networks.check(address, 'ipv6')
}
