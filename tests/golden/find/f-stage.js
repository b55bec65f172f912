academyFind.take("fce85edd772d","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
