-- What benchmarks/driving.py reads: requests, microseconds, the latencies at 50 % and 99 %, answers and connections that failed.
done = function(summary, latency, requests)
  local failed = summary.errors
  print(string.format("measured %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), failed.status, failed.connect + failed.read + failed.write + failed.timeout))
end
