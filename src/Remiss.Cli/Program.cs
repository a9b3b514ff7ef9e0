Console.WriteLine("remiss");
