using Remiss.Benchmarks.Drawing;

return args switch
{
    ["drawing", .. var rest] => DrawingLoad.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("drawing [N [FILE]]   draw the summary of N replies; without N: of 100, 1,000 and 4,000");
    return 2;
}
