// The official client comes without types. These are the parts that the tests use.

declare module 'midtrans-client' {
  type Body = Record<string, unknown>

  class MidtransError extends Error {
    /** A number when HTTP said so, the text of `status_code` when only the body did. */
    httpStatusCode: number | string | null
    ApiResponse: Body | null
  }

  class CoreApi {
    constructor(options: { isProduction: boolean; serverKey: string; clientKey: string })
    transaction: {
      status(id: string): Promise<Body>
      statusb2b(id: string): Promise<Body>
      approve(id: string): Promise<Body>
      deny(id: string): Promise<Body>
      cancel(id: string): Promise<Body>
      expire(id: string): Promise<Body>
      refund(id: string, parameter?: Body): Promise<Body>
      refundDirect(id: string, parameter?: Body): Promise<Body>
      notification(notification: Body | string): Promise<Body>
    }
    charge(parameter: Body | null): Promise<Body>
    capture(parameter: Body): Promise<Body>
  }

  const midtransClient: { CoreApi: typeof CoreApi; MidtransError: typeof MidtransError }
  export default midtransClient
}

declare module 'midtrans-client/lib/apiConfig.js' {
  const ApiConfig: { CORE_SANDBOX_BASE_URL: string }
  export default ApiConfig
}
