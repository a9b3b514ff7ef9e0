using BenchmarkDotNet.Running;
using Remiss.Benchmarks.Drawing;
using Remiss.Benchmarks.Splitting;
using Remiss.Benchmarks.Store;

return args switch
{
    ["drawing", .. var rest] => DrawingLoad.Run(rest),
    ["splitting", .. var rest] => await SplittingLoad.RunAsync(rest),
    ["store", .. var rest] => await StoreLoad.RunAsync(rest),
    ["receipts"] => await ReceiptLoad.RunAsync(),
    ["steps", .. var rest] => Steps(rest),
    _ => Usage(),
};

static int Steps(string[] args)
{
    BenchmarkRunner.Run<StepBenchmarks>(args: args);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("drawing [N [FILE]]   draw the summary of N replies; without N: of 100, 1,000 and 4,000");
    Console.Error.WriteLine("splitting [N]        split and tag N replies of about three pages; without N: 100, 1,000 and 4,000");
    Console.Error.WriteLine("store [N [FILE]]     search and list N comments in SQLite; without N: 100,000");
    Console.Error.WriteLine("receipts             register a reply of 20 pages, and 100 replies from 20 clients, in SQLite");
    Console.Error.WriteLine("steps                each step of splitting by itself, with BenchmarkDotNet");
    return 2;
}
