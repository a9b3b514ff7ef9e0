using BenchmarkDotNet.Running;
using Remiss.Benchmarks.Drawing;
using Remiss.Benchmarks.Splitting;

return args switch
{
    ["drawing", .. var rest] => DrawingLoad.Run(rest),
    ["splitting", .. var rest] => await SplittingLoad.RunAsync(rest),
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
    Console.Error.WriteLine("steps                each step of splitting by itself, with BenchmarkDotNet");
    return 2;
}
