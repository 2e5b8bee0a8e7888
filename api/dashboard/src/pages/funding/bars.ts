import type { FundingServiceFragment } from "#ops/types.ts";

/** A contract on the timeline, or a service of which none that runs is on record. */
export interface Bar {
  readonly id: string;
  readonly service: FundingServiceFragment;
  readonly contract: FundingServiceFragment["contracts"][number] | undefined;
  /** First day; null: not on record. */
  readonly start: string | null;
  /** Last day of what is confirmed; null: not on record. */
  readonly end: string | null;
  /** Last day of an extension that nobody has confirmed. */
  readonly extension: string | null;
}

/** Contracts that run or ran; the service itself where it has none. */
export function barsOf(services: readonly FundingServiceFragment[]): Bar[] {
  return services.flatMap((service): Bar[] => {
    const counted = service.contracts.filter(
      (one) =>
        one.status === "LIVE" && (one.endsOn === null || one.endsOn >= (service.startsOn ?? "")),
    );
    if (counted.length === 0) {
      const { id, startsOn, endsOn } = service;
      return [{ id, service, contract: undefined, start: startsOn, end: endsOn, extension: null }];
    }
    return counted.map((contract) => ({
      id: contract.id,
      service,
      contract,
      start: contract.startsOn ?? service.startsOn,
      // Where the contract is silent, the records of the service may say.
      end: contract.baseEndsOn ?? contract.endsOn ?? service.endsOn,
      extension: contract.baseEndsOn && contract.endsOn ? contract.endsOn : null,
    }));
  });
}
