namespace Remiss.Documents.Reading.Packages;

/// <summary>A table while it is read.</summary>
internal sealed class FlowTable
{
    public int Columns { get; set; }

    /// <summary>A frame of one column is a box around text, not a table.</summary>
    public bool IsReal => Columns != 1;

    /// <summary>A row has started, and no block of it is written yet.</summary>
    public bool IsRowFresh { get; set; }

    /// <summary>The last block written belongs to the current cell.</summary>
    public bool IsCellOpen { get; set; }

    public void StartRow() => IsRowFresh = true;

    public void StartCell() => IsCellOpen = false;
}
